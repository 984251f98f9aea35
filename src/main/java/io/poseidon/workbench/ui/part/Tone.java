package io.poseidon.workbench.ui.part;

/// What a colour means. Never the only sign: a word or an icon says the same.
public enum Tone {
    PLAIN("plain"),
    ACCENT("accent"),
    SUCCESS("ok"),
    WARNING("warn"),
    DANGER("bad"),
    PRIVACY("priv");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    /// The style class that colours a text or an icon this way.
    public String css() {
        return css;
    }
}
