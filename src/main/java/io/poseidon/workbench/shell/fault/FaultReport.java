package io.poseidon.workbench.shell.fault;

import java.util.ArrayList;
import java.util.List;

/// What may be told about an exception: types and places in the code. Messages are left out, since they can quote a
/// value, a path or a query.
public record FaultReport(List<String> lines) {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 4;

    public FaultReport {
        lines = List.copyOf(lines);
    }

    public static FaultReport of(Throwable fault) {
        var lines = new ArrayList<String>();
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            lines.add((depth == 0 ? "" : "caused by ") + cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                var frame = frames[i];
                lines.add(
                        "  at %s.%s:%d".formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
            }
            cause = cause.getCause();
        }
        return new FaultReport(lines);
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
