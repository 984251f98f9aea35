package io.poseidon.workbench.model;

import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A part of a YAML (or JSON) document that people write by hand, read strictly: numbers stay decimals as typed,
/// a key may stand once, and everything that does not fit is a [Problem] naming file, key, line and column.
public final class Document {

    private static final long LARGEST_FILE = 8L << 20;

    private final String source;
    private final String path;
    private final Node node;

    private Document(String source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    /// Reads a UTF-8 file of at most 8 MiB.
    public static Document read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw Problem.of(Kind.INPUT, Document.class, "document-too-large", file.getFileName());
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, Document.class, "file-unreadable", file)
                    .because(e);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return parse(String.valueOf(file.getFileName()), text.toString());
        } catch (CharacterCodingException e) {
            throw Problem.of(Kind.INPUT, Document.class, "not-utf8", file.getFileName())
                    .because(e);
        }
    }

    /// `source` names the text in messages.
    public static Document parse(String source, String text) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(40);
        options.setCodePointLimit((int) LARGEST_FILE);
        options.setMaxAliasesForCollections(0);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw Problem.of(
                            Kind.INPUT,
                            Document.class,
                            "document-syntax",
                            source,
                            mark == null ? 1 : mark.getLine() + 1,
                            mark == null ? 1 : mark.getColumn() + 1)
                    .because(e);
        } catch (YAMLException e) {
            throw Problem.of(Kind.INPUT, Document.class, "document-syntax", source, 1, 1)
                    .because(e);
        }
        if (root == null) {
            throw Problem.of(Kind.INPUT, Document.class, "document-empty", source);
        }
        return new Document(source, "", root);
    }

    /// Dotted path of keys from the root, empty at the root.
    public String path() {
        return path;
    }

    /// Counted from 1.
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /// Counted from 1.
    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isNull() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /// In the order written. Refuses a key that stands twice.
    public Map<String, Document> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw expected("a mapping");
        }
        var entries = new LinkedHashMap<String, Document>();
        for (var tuple : mapping.getValue()) {
            var key = new Document(source, path, tuple.getKeyNode());
            var name = key.text();
            var child = new Document(source, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (entries.put(name, child) != null) {
                throw key.wrong("duplicate-key", name);
            }
        }
        return entries;
    }

    /// Refuses every key that is not in the list.
    public Document onlyKeys(String... known) {
        if (!(node instanceof MappingNode mapping)) {
            throw expected("a mapping");
        }
        var names = Set.of(known);
        for (var tuple : mapping.getValue()) {
            var key = new Document(source, path, tuple.getKeyNode());
            if (!names.contains(key.text())) {
                throw key.wrong("unknown-key", key.text(), String.join(", ", known));
            }
        }
        return this;
    }

    public Optional<Document> optional(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public Document required(String key) {
        return optional(key).orElseThrow(() -> wrong("missing-key", key));
    }

    public List<Document> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw expected("a list");
        }
        return sequence.getValue().stream()
                .map(item -> new Document(source, path, item))
                .toList();
    }

    /// Any scalar as it was written; `7` and `"7"` are the same text.
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw expected("a text");
        }
        return scalar.getValue();
    }

    /// An exact decimal as written, so that `0.1` is one tenth.
    public Rational rational() {
        try {
            if (text().indexOf('/') >= 0) {
                throw new NumberFormatException("a fraction is no decimal");
            }
            return Rational.parse(text());
        } catch (NumberFormatException e) {
            throw expected("a number").because(e);
        }
    }

    public int integer() {
        try {
            return new BigDecimal(text()).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw expected("a whole number").because(e);
        }
    }

    public long longInteger() {
        try {
            return new BigDecimal(text()).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw expected("a whole number").because(e);
        }
    }

    /// For settings that are no privacy or money quantity, such as a learning rate.
    public double real() {
        return rational().toDouble();
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw expected("true or false");
        };
    }

    public List<String> texts() {
        return items().stream().map(Document::text).toList();
    }

    /// A problem at this place: `expected` completes "must be …".
    public Problem expected(String expected) {
        return wrong("unexpected-value", path.isEmpty() ? source : path, expected);
    }

    private Problem wrong(String code, Object first, Object... more) {
        var arguments = new Object[3 + 1 + more.length];
        arguments[0] = source;
        arguments[1] = line();
        arguments[2] = column();
        arguments[3] = first;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Problem.of(Kind.INPUT, Document.class, code, arguments);
    }
}
