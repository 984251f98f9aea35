package io.poseidon.workbench.bundle.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value in a JSON document that a stranger may have written. Every read names what it expects and how much of it;
/// anything else (an unknown key, a control character, a longer text or list) is [Damage] with the path.
public final class StrictJson {

    /// No document of a sealed file is larger.
    public static final int LARGEST_DOCUMENT = 4 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(40)
                            .maxNameLength(256)
                            .maxStringLength(1 << 20)
                            .maxDocumentLength(LARGEST_DOCUMENT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String document;
    private final String path;
    private final JsonNode node;

    private StrictJson(String document, String path, JsonNode node) {
        this.document = document;
        this.path = path;
        this.node = node;
    }

    /// `document` is the entry's name, for messages.
    public static StrictJson parse(String document, byte[] bytes) {
        if (bytes.length > LARGEST_DOCUMENT) {
            throw Damage.at(document);
        }
        try {
            var node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw Damage.at(document);
            }
            return new StrictJson(document, "", node);
        } catch (IOException | NumberFormatException e) {
            // the parser lets the second escape for an exponent of more than ten digits
            throw Damage.at(document).because(e);
        }
    }

    /// Holds the value to be an object with no other keys than these.
    public StrictJson onlyKeys(String... known) {
        var names = Set.of(known);
        if (!node.isObject()
                || !names.containsAll(node.propertyStream().map(e -> e.getKey()).toList())) {
            throw damaged();
        }
        return this;
    }

    public StrictJson required(String key) {
        return optional(key).orElseThrow(() -> child(key, node).damaged());
    }

    /// Absent is absent: an explicit null is damage at its first use.
    public Optional<StrictJson> optional(String key) {
        if (!node.isObject()) {
            throw damaged();
        }
        return Optional.ofNullable(node.get(key)).map(value -> child(key, value));
    }

    public List<StrictJson> items(int most) {
        if (!node.isArray() || node.size() > most) {
            throw damaged();
        }
        var items = new ArrayList<StrictJson>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new StrictJson(document, path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /// A text of 1 to `most` characters without control characters or marks that turn the direction of writing.
    public String text(int most) {
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > most) {
            throw damaged();
        }
        if (node.textValue().codePoints().anyMatch(StrictJson::misleads)) {
            throw damaged();
        }
        return node.textValue();
    }

    public long whole(long least, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw damaged();
        }
        long value = node.longValue();
        if (value < least || value > most) {
            throw damaged();
        }
        return value;
    }

    /// An exact number, written as a text.
    public Rational rational() {
        try {
            return Rational.parse(text(400));
        } catch (NumberFormatException | ArithmeticException e) {
            throw damaged().because(e);
        }
    }

    public Rational positive() {
        var value = rational();
        if (value.signum() <= 0) {
            throw damaged();
        }
        return value;
    }

    /// An object taken as it stands.
    public JsonNode object() {
        if (!node.isObject()) {
            throw damaged();
        }
        return node;
    }

    public Problem damaged() {
        return Damage.at(path.isEmpty() ? document : document + ": " + path);
    }

    private StrictJson child(String key, JsonNode value) {
        return new StrictJson(document, path.isEmpty() ? key : path + "." + key, value);
    }

    private static boolean misleads(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
