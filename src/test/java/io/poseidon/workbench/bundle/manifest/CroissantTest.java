package io.poseidon.workbench.bundle.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fields that the Croissant 1.0 specification requires of a dataset, its files, record sets and fields.
final class CroissantTest {

    private static final Manifest MANIFEST = Manifests.manifest(Manifests.cardSpend());
    private static final JsonNode CARD = card(MANIFEST);

    @Test
    void hasEveryRequiredPropertyOfADataset() {
        var required = List.of(
                "@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished");
        required.forEach(name -> assertTrue(CARD.has(name), name));
        assertEquals("sc:Dataset", CARD.path("@type").textValue());
        assertEquals(
                "http://mlcommons.org/croissant/1.0", CARD.path("conformsTo").textValue());
        assertEquals("dct:conformsTo", CARD.at("/@context/conformsTo").textValue());
        assertTrue(CARD.path("name").textValue().matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void namesEveryFileWithSizeFormatAndDigest() {
        var ids = new HashSet<String>();
        for (var file : CARD.path("distribution")) {
            assertEquals("cr:FileObject", file.path("@type").textValue());
            assertTrue(ids.add(file.path("@id").textValue()));
            for (var name : List.of("name", "contentUrl", "contentSize", "encodingFormat", "sha256")) {
                assertTrue(file.path(name).isTextual(), name);
            }
            assertTrue(file.path("sha256").textValue().matches("[0-9a-f]{64}"));
            var container = file.at("/containedIn/@id");
            assertTrue(container.isMissingNode() || ids.contains(container.textValue()));
        }
        assertEquals(2, ids.size());
    }

    @Test
    void describesEveryColumnAndWhereItComesFrom() {
        var record = CARD.at("/recordSet/0");
        assertEquals("cr:RecordSet", record.path("@type").textValue());
        assertEquals(4, record.path("field").size());
        for (var field : record.path("field")) {
            assertEquals("cr:Field", field.path("@type").textValue());
            assertTrue(field.path("dataType").textValue().startsWith("sc:"));
            assertEquals("spend.arrows", field.at("/source/fileObject/@id").textValue());
            assertEquals(
                    field.path("name").textValue(),
                    field.at("/source/extract/column").textValue());
        }
        assertEquals("spend/month", record.at("/key/1/@id").textValue());
    }

    @Test
    void saysWhatPrivacyCosts() {
        assertFalse(CARD.path("description").textValue().isEmpty());
        assertTrue(CARD.path("description").textValue().contains("rho 1/2"));
    }

    @Test
    void isTheSameForTheSameManifest() {
        var again = Croissant.card(MANIFEST.description(), MANIFEST.parts());
        assertArrayEquals(Croissant.card(Manifests.cardSpend(), MANIFEST.parts()), again);
    }

    private static JsonNode card(Manifest manifest) {
        try {
            return new ObjectMapper().readTree(Croissant.card(manifest.description(), manifest.parts()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
