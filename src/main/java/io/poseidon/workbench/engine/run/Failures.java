package io.poseidon.workbench.engine.run;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Engine failures as stable codes. The engine's own text may print a value of the data (a failed cast does), so it
/// never leaves: not into the problem, and not as its cause, which a log would print.
public final class Failures {

    private static final Pattern TYPE = Pattern.compile("([A-Za-z][A-Za-z ]*) Error:");
    private static final String LOCKED = "configuration has been locked";

    /// A result that was given up tells why it was behind its own error.
    private static final String WRAPPED = "Invalid Input Error: Attempting to ";

    private static final String NESTED = "\nError: ";

    private Failures() {}

    public static RuntimeException of(SQLException failure) {
        var text = String.valueOf(failure.getMessage());
        return switch (type(text)) {
            case "interrupt" -> new CancelledException();
            case "out of memory" -> memory();
            case "binder", "catalog" -> Problem.of(Kind.INPUT, Failures.class, "query-unbound");
            case "permission" -> forbidden();
            default -> text.contains(LOCKED) ? forbidden() : Problem.of(Kind.INPUT, Failures.class, "query-failed");
        };
    }

    /// What stands before the first ` Error:`, in small letters. Only that is the engine's own word: what follows may
    /// quote the question or a value, which must not decide the code.
    private static String type(String text) {
        int nested = text.startsWith(WRAPPED) ? text.indexOf(NESTED) : -1;
        var error = TYPE.matcher(nested < 0 ? text : text.substring(nested + NESTED.length()));
        return error.find() ? error.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static Problem forbidden() {
        return Problem.of(Kind.REFUSED, Failures.class, "query-forbidden");
    }

    static Problem memory() {
        return Problem.of(Kind.INPUT, Failures.class, "query-memory");
    }

    static Problem time(long seconds) {
        return Problem.of(Kind.INPUT, Failures.class, "query-time", seconds);
    }

    static Problem rows(long limit) {
        return Problem.of(Kind.INPUT, Failures.class, "query-rows", limit);
    }
}
