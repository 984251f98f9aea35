package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.bundle.Claims;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whole sealed files: the strict container, and what happens when a well-formed one holds other documents.
final class BundleTargets {

    private static final Sealed SEALED = new Sealed(SigningKey.ofSeed(new byte[32]), Identity.ofSeed(new byte[32]));
    private static final Identity ANOTHER =
            Identity.ofSeed(Digest.of(new byte[0]).bytes());
    private static final Path FILE = Scratch.file("card-spend.poseidon");
    private static final Path OTHER = Scratch.file("other.poseidon");
    private static final Map<String, byte[]> GOOD = entries(write(SEALED.buyer));

    private BundleTargets() {}

    static List<byte[]> files() {
        return List.of(write(SEALED.buyer), write(SEALED.buyer, ANOTHER));
    }

    private static byte[] write(Identity... buyers) {
        try {
            SEALED.writeTo(FILE, Manifests.cardSpend(), buyers);
            return Files.readAllBytes(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(byte[] file) {
        try {
            Files.write(FILE, file);
            return Sealed.entries(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only what the publisher made is good, to the last bit; whoever is asked, nothing else ends but in a verdict.
    static FuzzTarget file(List<byte[]> made) {
        Set<Digest> known = made.stream().map(Digest::of).collect(Collectors.toUnmodifiableSet());
        return input -> {
            Files.write(FILE, input);
            var verdict = SEALED.verify(FILE, SEALED.buyer);
            FuzzTarget.hold(
                    verdict instanceof Verdict.Bad || known.contains(Digest.of(input)), "a changed file passed");
            Claims.read(FILE);
        };
    }

    /// The first byte names a document, the others are what is put in its place.
    static List<byte[]> replacements() {
        var replacements = new ArrayList<byte[]>();
        int entry = 0;
        for (var content : GOOD.values()) {
            var out = new ByteArrayOutputStream();
            out.write(entry++);
            out.writeBytes(content);
            replacements.add(out.toByteArray());
        }
        return replacements;
    }

    /// A container is written around the replacement, and where it is a manifest or licence its publisher signs it.
    static void replacement(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        var names = List.copyOf(GOOD.keySet());
        var name = names.get(Byte.toUnsignedInt(input[0]) % names.size());
        var content = Arrays.copyOfRange(input, 1, input.length);
        var entries = new LinkedHashMap<>(GOOD);
        entries.put(name, content);
        if (name.equals(Manifest.ENTRY)) {
            SEALED.sign(entries, "manifest", Manifest.TYPE, content);
        } else if (name.equals(Licence.ENTRY)) {
            SEALED.sign(entries, "licence", Licence.TYPE, content);
        }
        var verdict = SEALED.verify(Sealed.container(OTHER, entries), SEALED.buyer);
        boolean same = Arrays.equals(content, GOOD.get(name));
        FuzzTarget.hold(verdict instanceof Verdict.Bad || same || name.equals(Licence.ENTRY), "a changed entry passed");
        if (verdict instanceof Verdict.Bad bad) {
            throw bad.problem();
        }
    }
}
