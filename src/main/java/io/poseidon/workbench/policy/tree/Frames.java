package io.poseidon.workbench.policy.tree;

import java.util.Locale;

/// Writes the bounds of a window.
final class Frames {

    private Frames() {}

    static String sql(Window window) {
        var frame = window.frame();
        var unit = unit(frame.start(), unit(frame.end(), "RANGE"));
        var offsets = frame.expressions();
        var first = frame.offsetAtStart() ? Sql.of(offsets.getFirst()) : "";
        var last = offsets.size() > (frame.offsetAtStart() ? 1 : 0) ? Sql.of(offsets.getLast()) : "";
        var exclude = switch (frame.exclude()) {
            case "CURRENT_ROW" -> " EXCLUDE CURRENT ROW";
            case "GROUP" -> " EXCLUDE GROUP";
            case "TIES" -> " EXCLUDE TIES";
            default -> "";
        };
        return unit + " BETWEEN " + bound(frame.start(), first) + " AND " + bound(frame.end(), last) + exclude;
    }

    private static String unit(String bound, String otherwise) {
        for (var unit : new String[] {"ROWS", "RANGE", "GROUPS"}) {
            if (bound.endsWith("_" + unit)) {
                return unit;
            }
        }
        return otherwise;
    }

    private static String bound(String bound, String offset) {
        var words = bound.replaceAll("_(ROWS|RANGE|GROUPS)$", "").toUpperCase(Locale.ROOT);
        return switch (words) {
            case "EXPR_PRECEDING" -> offset + " PRECEDING";
            case "EXPR_FOLLOWING" -> offset + " FOLLOWING";
            case "CURRENT_ROW" -> "CURRENT ROW";
            case "UNBOUNDED_PRECEDING" -> "UNBOUNDED PRECEDING";
            default -> "UNBOUNDED FOLLOWING";
        };
    }
}
