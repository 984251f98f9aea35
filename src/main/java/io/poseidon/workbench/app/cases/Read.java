package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import java.util.Collection;
import java.util.List;
import java.util.function.DoublePredicate;

/// Numbers in and out of case documents.
final class Read {

    private Read() {}

    /// `3`, `0.25`, `3/4`, with or without quotes.
    static Rational fraction(Document given) {
        try {
            return Rational.parse(given.text());
        } catch (NumberFormatException | ArithmeticException e) {
            throw given.expected("a number or a fraction such as 3/4").because(e);
        }
    }

    static Rational positive(Document given) {
        var value = fraction(given);
        if (value.signum() <= 0) {
            throw given.expected("more than zero");
        }
        return value;
    }

    static Rational notNegative(Document given) {
        var value = fraction(given);
        if (value.signum() < 0) {
            throw given.expected("zero or more");
        }
        return value;
    }

    static double real(Document given) {
        return fraction(given).toDouble();
    }

    /// A real number of which `holds` is true.
    static double real(Document given, DoublePredicate holds, String expected) {
        double value = real(given);
        if (!holds.test(value)) {
            throw given.expected(expected);
        }
        return value;
    }

    static List<Rational> fractions(Document given) {
        return given.items().stream().map(Read::fraction).toList();
    }

    static double[] reals(Document given) {
        return given.items().stream().mapToDouble(Read::real).toArray();
    }

    /// A list with exactly as many items as another.
    static List<Document> items(Document given, int count) {
        var items = given.items();
        if (items.size() != count) {
            throw given.expected("a list of " + count + " items");
        }
        return items;
    }

    /// A list with at least one item.
    static List<Document> some(Document given) {
        var items = given.items();
        if (items.isEmpty()) {
            throw given.expected("a list of one item or more");
        }
        return items;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode texts(Collection<?> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(String.valueOf(value)));
        return array;
    }

    static ArrayNode doubles(Collection<Rational> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(value.toDouble()));
        return array;
    }

    static ArrayNode doubles(double... values) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }
}
