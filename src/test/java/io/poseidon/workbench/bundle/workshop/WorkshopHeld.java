package io.poseidon.workbench.bundle.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process with a workshop full of half a file, until somebody kills it.
final class WorkshopHeld {

    private WorkshopHeld() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var workshop = new Workshop(Path.of(arguments[0]))) {
            Files.writeString(workshop.draft(), "half a file");
            System.out.println("ready");
            System.out.flush();
            Thread.sleep(60_000);
        }
    }
}
