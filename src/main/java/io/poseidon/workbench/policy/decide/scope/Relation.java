package io.poseidon.workbench.policy.decide.scope;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Columns that can be named together. `alias` is the name they go by, in lower case; `base` is present where they are
/// rows of people; `own` names the uploaded table they are a plain view of; `open` where they cannot all be known.
public record Relation(
        String alias, List<Attribute> attributes, Optional<Base> base, Optional<String> own, boolean open) {

    public record Attribute(String name, Nature nature) {
        public boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public Relation {
        alias = alias.toLowerCase(Locale.ROOT);
        attributes = List.copyOf(attributes);
    }

    public static Relation free(List<Attribute> attributes) {
        return new Relation("", attributes, Optional.empty(), Optional.empty(), false);
    }

    public static Relation unknown() {
        return new Relation("", List.of(), Optional.empty(), Optional.empty(), true);
    }

    public boolean isRaw() {
        return base.isPresent();
    }

    public Relation named(String other) {
        return new Relation(other, attributes, base, own, open);
    }

    public Relation with(List<Attribute> others) {
        return new Relation(alias, others, base, own, open);
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.isNamed(name)).findFirst();
    }
}
