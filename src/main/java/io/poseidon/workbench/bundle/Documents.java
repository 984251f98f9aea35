package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.format.Entry;
import io.poseidon.workbench.bundle.format.StrictJson;
import io.poseidon.workbench.bundle.manifest.Croissant;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Part;
import io.poseidon.workbench.crypto.Dsse;
import io.poseidon.workbench.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The small entries of a container as bytes, in their only order: manifest, licences, card; then the parts. Nothing
/// here has been believed yet.
record Documents(Signed manifest, List<Signed> licences, byte[] card, List<String> parts) {

    private static final int LARGEST_ENVELOPE = StrictJson.LARGEST_DOCUMENT * 3 / 2;

    /// A document as it lies in the container, and the envelope beside it that should hold the same.
    record Signed(String entry, byte[] bytes, Dsse envelope) {

        static String envelopeOf(String entry) {
            return entry.replace(".json", ".dsse.json");
        }

        void holdToPayload() {
            if (!Arrays.equals(bytes, envelope.payload())) {
                throw Damage.at(entry);
            }
        }
    }

    static Documents read(Container container) {
        var names = container.entries().stream().map(Entry::name).toList();
        int licences =
                (int) names.stream().filter(name -> name.startsWith("licence")).count() / 2;
        var documents = names(licences);
        if (licences == 0
                || names.size() <= documents.size()
                || !names.subList(0, documents.size()).equals(documents)) {
            throw Damage.at("ZIP entries");
        }
        var signed = new ArrayList<Signed>();
        for (int i = 0; i < licences; i++) {
            signed.add(signed(container, Licence.entry(i)));
        }
        return new Documents(
                signed(container, Manifest.ENTRY),
                signed,
                container.bytes(Croissant.ENTRY, StrictJson.LARGEST_DOCUMENT),
                names.subList(documents.size(), names.size()));
    }

    /// Every entry of a container that holds these parts.
    static List<String> names(int licences) {
        var names = new ArrayList<String>();
        names.add(Manifest.ENTRY);
        names.add(Signed.envelopeOf(Manifest.ENTRY));
        for (int i = 0; i < licences; i++) {
            names.add(Licence.entry(i));
            names.add(Signed.envelopeOf(Licence.entry(i)));
        }
        names.add(Croissant.ENTRY);
        return names;
    }

    /// The parts that are there are those the manifest lists, and no others.
    void holdToParts(List<Part> listed) {
        if (!listed.stream().map(Part::entry).toList().equals(parts)) {
            throw Damage.at("ZIP entries");
        }
    }

    private static Signed signed(Container container, String entry) {
        var name = Signed.envelopeOf(entry);
        var bytes = container.bytes(name, LARGEST_ENVELOPE);
        try {
            var envelope = Dsse.parse(bytes);
            if (envelope.signatures().size() == 1 && Arrays.equals(envelope.toBytes(), bytes)) {
                return new Signed(entry, container.bytes(entry, StrictJson.LARGEST_DOCUMENT), envelope);
            }
        } catch (Problem e) {
            throw Damage.at(name).because(e);
        }
        throw Damage.at(name);
    }
}
