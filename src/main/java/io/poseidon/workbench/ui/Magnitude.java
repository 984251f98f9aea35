package io.poseidon.workbench.ui;

/// The step a language counts large numbers by: `M` and `bn`, or `만`, `억` and `조`.
///
/// @param size what a number is divided by
/// @param sign what stands behind it then; empty where it is written whole
public record Magnitude(double size, String sign) {

    public static final Magnitude ONE = new Magnitude(1, "");

    /// The greatest step that is not above `number`; thousands are no step of their own.
    static Magnitude of(double number, Language language) {
        double size = Math.abs(number);
        return switch (language) {
            case ENGLISH -> size >= 1e9 ? new Magnitude(1e9, "bn") : size >= 1e6 ? new Magnitude(1e6, "M") : ONE;
            case KOREAN ->
                size >= 1e12
                        ? new Magnitude(1e12, "조")
                        : size >= 1e8 ? new Magnitude(1e8, "억") : size >= 1e4 ? new Magnitude(1e4, "만") : ONE;
        };
    }

    /// Behind a number: ` M`, in Korean without a space: `억`.
    String behind() {
        return sign.isEmpty() || sign.charAt(0) > 'z' ? sign : " " + sign;
    }
}
