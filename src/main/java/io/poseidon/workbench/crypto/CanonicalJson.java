package io.poseidon.workbench.crypto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/// The JSON Canonicalization Scheme (RFC 8785): one spelling for each document, so that it can be hashed and signed.
///
/// Strict where the scheme demands I-JSON: a key stands once, text is well-formed Unicode, and a whole number that the
/// scheme's doubles would change (beyond 2^53) is refused instead of rounded; write those as strings.
public final class CanonicalJson {

    private static final int DEPTH = 100;

    private static final ObjectMapper READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// The canonical UTF-8 bytes.
    public static byte[] of(JsonNode document) {
        var writer = new CanonicalJson();
        try {
            writer.value(document);
        } catch (IOException e) {
            throw malformed(e);
        }
        return utf8(writer.out);
    }

    /// Reads any JSON strictly.
    public static JsonNode parse(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            var node = READER.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw Problem.of(Kind.INPUT, CanonicalJson.class, "json-malformed");
            }
            return node;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static Problem malformed(IOException e) {
        return Problem.of(Kind.INPUT, CanonicalJson.class, "json-malformed").because(e);
    }

    private static byte[] utf8(StringBuilder text) {
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw malformed(e);
        }
    }

    private void value(JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> text(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN, NULL -> out.append(node.asText());
            case BINARY, MISSING, POJO -> throw new IOException("not a JSON value");
        }
    }

    private void object(JsonNode node) throws IOException {
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        var separator = "{";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            text(entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode node) throws IOException {
        var separator = "[";
        for (var item : node) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(node.isEmpty() ? "[]" : "]");
    }

    private void number(JsonNode node) throws IOException {
        var written = NumberToJSON.serializeNumber(node.doubleValue());
        if (node.isIntegralNumber() && !node.bigIntegerValue().toString().equals(written)) {
            throw Problem.of(Kind.INPUT, CanonicalJson.class, "json-number-too-large");
        }
        out.append(written);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
