using System.Runtime.InteropServices;

namespace PoolGen.Benchmarks.Contenders;

/// <summary>The part of oneDNN 3's C interface that a pooling needs. Names and numbers are those of <c>dnnl.h</c>.</summary>
internal static partial class OneDnnLibrary
{
    public const int Cpu = 1;
    public const int InOrder = 1;
    public const int Float32 = 3;
    public const int Nchw = 5, Nhwc = 22, Nchw16c = 78;
    public const int ForwardTraining = 64, ForwardInference = 96;
    public const int Max = 0x1ff, AverageIncludingPadding = 0x2ff, AverageExcludingPadding = 0x3ff;
    public const int WorkspaceDescriptor = 135;
    public const int Source = 1, Target = 17, Workspace = 64, SourceGradient = 129, TargetGradient = 145;

    private const string Library = "dnnl";
    private const int NewestMinor = 20;

    private static readonly nint s_library = Load();

    static OneDnnLibrary() =>
        NativeLibrary.SetDllImportResolver(typeof(OneDnnLibrary).Assembly, (name, _, _) => name == Library ? s_library : 0);

    /// <summary>Why oneDNN 3 cannot be used here; null where it can.</summary>
    public static string? Missing
    {
        get
        {
            if (s_library == 0)
                return "no libdnnl.so.3 was found (POOLGEN_DNNL may name its file)";
            LimitThreads();
            return Version.Major == 3 ? null : $"oneDNN {Version} is not version 3";
        }
    }

    public static unsafe Version Version
    {
        get
        {
            var numbers = (int*)VersionNumbers();
            return new(numbers[0], numbers[1], numbers[2]);
        }
    }

    public static void Check(int status, string what)
    {
        if (status != 0)
            throw new InvalidOperationException($"oneDNN: {what} gave status {status}.");
    }

    [LibraryImport(Library, EntryPoint = "dnnl_engine_create")]
    public static partial int CreateEngine(out nint engine, int kind, nuint index);

    [LibraryImport(Library, EntryPoint = "dnnl_engine_destroy")]
    public static partial int DestroyEngine(nint engine);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_create")]
    public static partial int CreateStream(out nint stream, nint engine, uint flags);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_wait")]
    public static partial int Wait(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_destroy")]
    public static partial int DestroyStream(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_create_with_tag")]
    public static partial int CreateDescriptor(out nint descriptor, int rank, [In] long[] extents, int elementType, int layout);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_get_size")]
    public static partial nuint SizeOf(nint descriptor);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_destroy")]
    public static partial int DestroyDescriptor(nint descriptor);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_create")]
    public static partial int CreateMemory(out nint memory, nint descriptor, nint engine, nint handle);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_destroy")]
    public static partial int DestroyMemory(nint memory);

    [LibraryImport(Library, EntryPoint = "dnnl_pooling_forward_primitive_desc_create")]
    public static partial int DescribeForward(
        out nint description, nint engine, int propagation, int algorithm, nint source, nint target,
        [In] long[] strides, [In] long[] kernel, [In] long[] dilation, [In] long[] begin, [In] long[] end, nint attributes);

    [LibraryImport(Library, EntryPoint = "dnnl_pooling_backward_primitive_desc_create")]
    public static partial int DescribeBackward(
        out nint description, nint engine, int algorithm, nint sourceGradient, nint targetGradient,
        [In] long[] strides, [In] long[] kernel, [In] long[] dilation, [In] long[] begin, [In] long[] end, nint forward, nint attributes);

    [LibraryImport(Library, EntryPoint = "dnnl_reorder_primitive_desc_create")]
    public static partial int DescribeReorder(
        out nint description, nint source, nint sourceEngine, nint target, nint targetEngine, nint attributes);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_query_md")]
    public static partial nint QueryDescriptor(nint description, int what, int index);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_destroy")]
    public static partial int DestroyDescription(nint description);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_create")]
    public static partial int CreatePrimitive(out nint primitive, nint description);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_execute")]
    public static partial int Execute(nint primitive, nint stream, int count, [In] Argument[] arguments);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_destroy")]
    public static partial int DestroyPrimitive(nint primitive);

    [LibraryImport(Library, EntryPoint = "dnnl_version")]
    private static partial nint VersionNumbers();

    /// <summary>The name of a library's file carries its minor version.</summary>
    private static nint Load()
    {
        string[] names =
        [
            .. new[] { Environment.GetEnvironmentVariable("POOLGEN_DNNL"), "libdnnl.so.3" }.OfType<string>(),
            .. Enumerable.Range(0, NewestMinor).Reverse().Select(minor => $"libdnnl.so.3.{minor}"),
            "libdnnl.3.dylib", "dnnl.dll",
        ];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(OneDnnLibrary).Assembly, DllImportSearchPath.SafeDirectories, out nint library))
                return library;
        }
        return 0;
    }

    /// <summary>One thread, where oneDNN has been built with OpenMP.</summary>
    private static unsafe void LimitThreads()
    {
        if (NativeLibrary.TryLoad("libgomp.so.1", out nint library)
            && NativeLibrary.TryGetExport(library, "omp_set_num_threads", out nint set))
        {
            ((delegate* unmanaged<int, void>)set)(1);
        }
    }

    /// <summary><c>dnnl_exec_arg_t</c>.</summary>
    public readonly record struct Argument(int Kind, nint Memory);
}
