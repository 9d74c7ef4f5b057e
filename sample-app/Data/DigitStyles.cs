using static PoolGen.Sample.Data.Stroke;

namespace PoolGen.Sample.Data;

/// <summary>How people write the ten digits: several styles each, drawn in the unit square.</summary>
internal static class DigitStyles
{
    /// <summary>For every digit its styles, for every style its strokes.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<Stroke>>> All { get; } =
    [
        [ // 0: round; narrow; not quite closed; closed by a loop at the top
            [Arc(0.5f, 0.5f, 0.31f, 0.45f, -90, 270)],
            [Arc(0.5f, 0.5f, 0.22f, 0.45f, -90, 270)],
            [Arc(0.5f, 0.5f, 0.29f, 0.43f, -55, 285)],
            [Arc(0.5f, 0.52f, 0.29f, 0.43f, -110, 250).Then(Line((0.4f, 0.12f), (0.62f, 0.05f)))],
        ],
        [ // 1: a bar; with a flag; with flag and base; leaning
            [Line((0.5f, 0.05f), (0.5f, 0.95f))],
            [Line((0.3f, 0.28f), (0.54f, 0.05f), (0.54f, 0.95f))],
            [Line((0.32f, 0.24f), (0.52f, 0.05f), (0.52f, 0.95f)), Line((0.3f, 0.95f), (0.74f, 0.95f))],
            [Line((0.62f, 0.05f), (0.4f, 0.95f))],
        ],
        [ // 2: round with a flat base; with a looped base; angular; swan-necked
            [Arc(0.5f, 0.29f, 0.28f, 0.24f, -170, 35).Then(Line((0.72f, 0.43f), (0.2f, 0.95f), (0.82f, 0.95f)))],
            [
                Arc(0.5f, 0.29f, 0.27f, 0.24f, -160, 40).Then(Line((0.7f, 0.44f), (0.34f, 0.86f)))
                    .Then(Arc(0.27f, 0.82f, 0.09f, 0.09f, 30, 330)).Then(Line((0.4f, 0.86f), (0.62f, 0.94f), (0.84f, 0.86f))),
            ],
            [Line((0.22f, 0.22f), (0.48f, 0.05f), (0.75f, 0.24f), (0.2f, 0.95f), (0.8f, 0.95f))],
            [
                Arc(0.48f, 0.27f, 0.3f, 0.22f, -150, 60).Then(Arc(0.62f, 0.95f, 0.42f, 0.48f, -95, -180))
                    .Then(Line((0.2f, 0.95f), (0.82f, 0.92f))),
            ],
        ],
        [ // 3: two bows; flat top; without a waist; angular top bow
            [Arc(0.47f, 0.28f, 0.27f, 0.23f, -150, 90).Then(Arc(0.47f, 0.73f, 0.31f, 0.23f, -90, 150))],
            [Line((0.22f, 0.06f), (0.76f, 0.06f), (0.45f, 0.42f)).Then(Arc(0.45f, 0.68f, 0.32f, 0.27f, -90, 150))],
            [Arc(0.42f, 0.27f, 0.3f, 0.22f, -130, 70).Then(Arc(0.42f, 0.71f, 0.34f, 0.24f, -75, 140))],
            [Line((0.24f, 0.1f), (0.68f, 0.07f), (0.72f, 0.3f), (0.44f, 0.46f)).Then(Arc(0.44f, 0.71f, 0.3f, 0.24f, -80, 140))],
        ],
        [ // 4: open; closed; rounded; small and crossed high
            [Line((0.3f, 0.05f), (0.2f, 0.58f), (0.85f, 0.58f)), Line((0.65f, 0.3f), (0.65f, 0.95f))],
            [Line((0.66f, 0.95f), (0.66f, 0.05f), (0.16f, 0.66f), (0.86f, 0.66f))],
            [Line((0.24f, 0.06f), (0.22f, 0.3f)).Then(Arc(0.47f, 0.32f, 0.25f, 0.2f, 180, 20)), Line((0.74f, 0.05f), (0.7f, 0.95f))],
            [Line((0.26f, 0.08f), (0.24f, 0.5f), (0.78f, 0.46f)), Line((0.72f, 0.06f), (0.6f, 0.95f))],
        ],
        [ // 5: with a corner; in one curve; angular; with a separate hat
            [Line((0.78f, 0.05f), (0.3f, 0.05f), (0.27f, 0.44f)).Then(Arc(0.48f, 0.67f, 0.3f, 0.28f, -130, 140))],
            [Arc(0.55f, 0.26f, 0.27f, 0.2f, -40, -200).Then(Arc(0.47f, 0.7f, 0.3f, 0.25f, -100, 145))],
            [Line((0.76f, 0.06f), (0.28f, 0.06f), (0.28f, 0.42f), (0.66f, 0.45f), (0.74f, 0.68f), (0.6f, 0.93f), (0.22f, 0.93f))],
            [Line((0.32f, 0.12f), (0.28f, 0.45f)).Then(Arc(0.46f, 0.68f, 0.29f, 0.27f, -125, 140)), Line((0.34f, 0.1f), (0.82f, 0.03f))],
        ],
        [ // 6: curved stem; straight stem; wide loop; upright
            [Arc(0.74f, 0.62f, 0.51f, 0.58f, -100, -180).Then(Arc(0.49f, 0.71f, 0.26f, 0.24f, 180, -180))],
            [Line((0.66f, 0.05f), (0.27f, 0.6f)).Then(Arc(0.49f, 0.7f, 0.27f, 0.25f, 205, -155))],
            [Arc(0.8f, 0.6f, 0.6f, 0.55f, -115, -180).Then(Arc(0.51f, 0.68f, 0.31f, 0.27f, 180, -180))],
            [Line((0.34f, 0.04f), (0.26f, 0.4f), (0.25f, 0.72f)).Then(Arc(0.48f, 0.74f, 0.23f, 0.21f, 180, -150))],
        ],
        [ // 7: plain; crossed; with a serif; curved
            [Line((0.2f, 0.07f), (0.8f, 0.07f), (0.42f, 0.95f))],
            [Line((0.2f, 0.08f), (0.78f, 0.08f), (0.42f, 0.95f)), Line((0.34f, 0.5f), (0.74f, 0.5f))],
            [Line((0.2f, 0.24f), (0.22f, 0.07f), (0.8f, 0.07f), (0.5f, 0.5f), (0.44f, 0.95f))],
            [Line((0.18f, 0.12f), (0.48f, 0.16f), (0.8f, 0.06f)).Then(Arc(0.98f, 0.95f, 0.52f, 0.88f, -110, -178))],
        ],
        [ // 8: two loops; crossing; narrow; with a small head
            [Arc(0.5f, 0.27f, 0.22f, 0.22f, 90, 450), Arc(0.5f, 0.72f, 0.28f, 0.23f, -90, 270)],
            [
                Line(
                    (0.72f, 0.16f), (0.5f, 0.05f), (0.28f, 0.18f), (0.36f, 0.38f), (0.68f, 0.62f), (0.74f, 0.82f),
                    (0.5f, 0.95f), (0.26f, 0.8f), (0.34f, 0.6f), (0.66f, 0.36f), (0.74f, 0.18f)),
            ],
            [Arc(0.5f, 0.28f, 0.17f, 0.22f, 90, 450), Arc(0.5f, 0.73f, 0.2f, 0.23f, -90, 270)],
            [Arc(0.54f, 0.22f, 0.17f, 0.16f, 100, 460), Arc(0.48f, 0.67f, 0.29f, 0.28f, -80, 280)],
        ],
        [ // 9: straight stem; curved tail; leaning; with an open loop
            [Arc(0.5f, 0.3f, 0.26f, 0.24f, 0, -360).Then(Line((0.76f, 0.3f), (0.72f, 0.95f)))],
            [Arc(0.5f, 0.3f, 0.26f, 0.25f, 0, -360).Then(Arc(0.4f, 0.5f, 0.36f, 0.45f, -25, 120))],
            [Arc(0.46f, 0.28f, 0.24f, 0.23f, 10, -350).Then(Line((0.7f, 0.32f), (0.44f, 0.95f)))],
            [Arc(0.5f, 0.3f, 0.27f, 0.24f, -30, -330).Then(Line((0.74f, 0.42f), (0.76f, 0.08f), (0.74f, 0.95f)))],
        ],
    ];
}
