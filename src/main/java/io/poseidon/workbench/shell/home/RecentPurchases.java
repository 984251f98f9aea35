package io.poseidon.workbench.shell.home;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The purchases opened lately, latest first, kept in `recent.json`. An entry that cannot be read is left out; a file
/// that cannot be read is set aside. On the toolkit's thread.
public final class RecentPurchases {

    private static final Logger LOG = LoggerFactory.getLogger(RecentPurchases.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 12;

    private final Path file;
    private final ObservableList<RecentPurchase> list = FXCollections.observableArrayList();
    private final ObservableList<RecentPurchase> listSeen = FXCollections.unmodifiableObservableList(list);

    public RecentPurchases(Path folder) {
        file = folder.resolve("recent.json");
        load();
    }

    public ObservableList<RecentPurchase> list() {
        return listSeen;
    }

    /// Puts it first, in place of an older entry of the same file.
    public void remember(RecentPurchase purchase) {
        list.removeIf(other -> other.file().equals(purchase.file()));
        list.addFirst(purchase);
        if (list.size() > KEPT) {
            list.remove(KEPT, list.size());
        }
        save();
    }

    public void remove(RecentPurchase purchase) {
        list.remove(purchase);
        save();
    }

    /// The file was found elsewhere.
    public void locate(RecentPurchase purchase, Path found) {
        int place = list.indexOf(purchase);
        if (place >= 0) {
            list.set(place, purchase.at(found));
            save();
        }
    }

    private void load() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (var node : JSON.readTree(Files.readString(file))) {
                read(node).ifPresent(list::add);
            }
        } catch (IOException e) {
            LOG.warn(
                    "recent purchases cannot be read and are set aside: {}",
                    e.getClass().getSimpleName());
            setAside();
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

    private void save() {
        var array = JSON.createArrayNode();
        list.forEach(one -> write(one, array));
        try {
            Files.createDirectories(file.getParent());
            var part = file.resolveSibling("recent.json.part");
            Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            LOG.warn("recent purchases cannot be saved: {}", e.getClass().getSimpleName());
        }
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
            LOG.warn("nor can they be moved: {}", e.getClass().getSimpleName());
        }
    }
}
