package io.poseidon.workbench.walls;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The map of the house: which capability may use which. Everything may use `model` and `job`.
///
/// A capability is the first package under the root (`bundle`), and its screen is a room of its own (`bundle.view`).
final class House {

    static final String EVERYTHING = "*";

    private static final Set<String> COMMON = Set.of("model", "job");

    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("app", Set.of(EVERYTHING)),
            entry("shell", Set.of("ui")),
            entry("ui", Set.of()),
            entry("bundle", Set.of("engine", "crypto", "policy")),
            entry("sealing", Set.of("engine", "crypto", "privacy", "policy", "bundle")),
            entry("explore", Set.of("engine", "query")),
            entry("query", Set.of("engine", "policy", "privacy", "bundle")),
            entry("quality", Set.of("engine", "query")),
            entry("pricing", Set.of()),
            entry("training", Set.of("crypto", "policy", "privacy")),
            entry("remote", Set.of("engine", "crypto", "policy", "privacy", "query", "training")),
            entry("policy", Set.of("privacy")),
            entry("engine", Set.of()),
            entry("privacy", Set.of()),
            entry("crypto", Set.of()),
            entry("job", Set.of()),
            entry("model", Set.of()),
            entry("sample", Set.of("engine", "crypto", "policy", "sealing")));

    private final String root;

    House(String root) {
        this.root = root + ".";
    }

    /// `bundle` for a class of `bundle` or of a package below it, `bundle.view` for its screen; empty outside the
    /// house.
    String room(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root)) {
            return "";
        }
        var steps = name.substring(root.length()).split("\\.", -1);
        boolean screen = steps.length > 1 && steps[1].equals("view");
        return screen ? steps[0] + ".view" : steps[0];
    }

    /// Every dependency inside the house follows the map; a screen may use what its capability may, and `ui`.
    ArchCondition<JavaClass> followTheMap() {
        return new ArchCondition<>("use only what the map of the house allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private boolean isAllowed(Dependency dependency) {
        var from = room(dependency.getOriginClass());
        var to = room(dependency.getTargetClass());
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return true;
        }
        var allowed = allowedFrom(from);
        return allowed.contains(EVERYTHING) || allowed.contains(to);
    }

    private static Set<String> allowedFrom(String room) {
        var capability = room.replace(".view", "");
        var allowed = new TreeSet<>(MAY_USE.getOrDefault(capability, Set.of()));
        if (!capability.equals("model") && !capability.equals("job")) {
            allowed.addAll(COMMON);
        }
        if (room.endsWith(".view")) {
            allowed.add("ui");
            allowed.add(capability);
        }
        return allowed;
    }
}
