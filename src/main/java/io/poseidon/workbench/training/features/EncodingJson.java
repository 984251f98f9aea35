package io.poseidon.workbench.training.features;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.training.features.Input.Categorical;
import io.poseidon.workbench.training.features.Input.Numeric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// An [Encoding] as JSON, in messages, checkpoints and saved models. Numbers keep every bit (shortest decimals).
public final class EncodingJson {

    private static final int MOST_INPUTS = 100_000;

    private EncodingJson() {}

    public static ArrayNode write(Encoding encoding) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var input : encoding.inputs()) {
            var object = array.addObject().put("column", input.column());
            switch (input) {
                case Numeric numeric -> object.put("mean", numeric.mean()).put("deviation", numeric.deviation());
                case Categorical categorical -> categorical.vocabulary().forEach(object.putArray("vocabulary")::add);
            }
        }
        return array;
    }

    /// Throws [IllegalArgumentException] for what is no encoding.
    public static Encoding read(JsonNode array) {
        require(array.isArray() && !array.isEmpty());
        var inputs = new ArrayList<Input>();
        for (var object : array) {
            inputs.add(object.has("vocabulary") ? categorical(object) : numeric(object));
        }
        var encoding = new Encoding(inputs);
        require(encoding.width() <= MOST_INPUTS);
        return encoding;
    }

    private static Input numeric(JsonNode object) {
        double mean = object.path("mean").asDouble(Double.NaN);
        double deviation = object.path("deviation").asDouble(Double.NaN);
        require(object.size() == 3 && Double.isFinite(mean) && Double.isFinite(deviation) && deviation >= 0);
        return new Numeric(column(object), mean, deviation);
    }

    private static Input categorical(JsonNode object) {
        var vocabulary = new ArrayList<String>();
        for (var category : object.path("vocabulary")) {
            require(category.isTextual() && !category.textValue().isEmpty());
            vocabulary.add(category.textValue());
        }
        require(object.size() == 2 && new HashSet<>(vocabulary).size() == vocabulary.size());
        return new Categorical(column(object), List.copyOf(vocabulary));
    }

    private static String column(JsonNode object) {
        var column = object.path("column");
        require(column.isTextual() && !column.textValue().isEmpty());
        return column.textValue();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not an encoding");
        }
    }
}
