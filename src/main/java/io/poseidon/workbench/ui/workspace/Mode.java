package io.poseidon.workbench.ui.workspace;

/// What the numbers of a screen are: of a real purchase, of a simulation, or of the demonstration. Shown as a badge in
/// the top bar, never by colour alone.
public enum Mode {
    LIVE,
    SIMULATION,
    DEMO
}
