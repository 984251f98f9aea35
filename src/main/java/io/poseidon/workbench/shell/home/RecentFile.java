package io.poseidon.workbench.shell.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `recent.json`: a list of purchases. An entry that cannot be read is left out; a file that cannot be read is set
/// aside. Loads nothing, the JSON library included, where there is no file.
record RecentFile(Path file) {

    List<RecentPurchase> load() {
        var purchases = new ArrayList<RecentPurchase>();
        if (!Files.isRegularFile(file)) {
            return purchases;
        }
        try {
            for (var node : new ObjectMapper().readTree(Files.readString(file))) {
                read(node).ifPresent(purchases::add);
            }
        } catch (IOException e) {
            log().warn(
                            "recent purchases cannot be read and are set aside: {}",
                            e.getClass().getSimpleName());
            setAside();
        }
        return purchases;
    }

    void save(List<RecentPurchase> purchases) {
        var json = new ObjectMapper();
        var array = json.createArrayNode();
        purchases.forEach(one -> write(one, array));
        try {
            Files.createDirectories(file.getParent());
            var part = file.resolveSibling("recent.json.part");
            Files.writeString(part, json.writerWithDefaultPrettyPrinter().writeValueAsString(array));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("recent purchases cannot be saved: {}", e.getClass().getSimpleName());
        }
    }

    private static Optional<RecentPurchase> read(JsonNode node) {
        try {
            return Optional.of(new RecentPurchase(
                    Path.of(text(node, "file")),
                    text(node, "title"),
                    text(node, "edition"),
                    text(node, "publisher"),
                    text(node, "version"),
                    LocalDate.parse(text(node, "validUntil")),
                    node.path("bytes").asLong(),
                    Instant.parse(text(node, "opened"))));
        } catch (DateTimeException | InvalidPathException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String key) {
        var value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalStateException("no text at " + key);
        }
        return value.textValue();
    }

    private static void write(RecentPurchase one, ArrayNode array) {
        array.addObject()
                .put("file", one.file().toString())
                .put("title", one.title())
                .put("edition", one.edition())
                .put("publisher", one.publisher())
                .put("version", one.version())
                .put("validUntil", one.validUntil().toString())
                .put("bytes", one.bytes())
                .put("opened", one.opened().toString());
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling("recent.json.broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("nor can they be moved: {}", e.getClass().getSimpleName());
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(RecentFile.class);
    }
}
