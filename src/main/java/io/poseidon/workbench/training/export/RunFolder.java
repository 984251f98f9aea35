package io.poseidon.workbench.training.export;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.RunEvent;
import io.poseidon.workbench.training.TrainedModel;
import io.poseidon.workbench.training.checkpoint.Checkpoint;
import io.poseidon.workbench.training.checkpoint.CheckpointFile;
import io.poseidon.workbench.training.checkpoint.WholeFile;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.ReportJson;
import io.poseidon.workbench.training.report.RoundResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a run leaves what it makes: `checkpoint.json` after each round; at the end `report.json`, and of a whole run
/// `model.onnx`, `model.safetensors` and `model-card.md`. Give it the run's events; one run an instance.
public final class RunFolder {

    private final Path folder;
    private final Plan plan;
    private final List<RoundResult> rounds = new ArrayList<>();

    private RunFolder(Path folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /// Makes the folder where it is missing.
    public static RunFolder in(Path folder, Plan plan) {
        try {
            Files.createDirectories(folder);
            return new RunFolder(folder, plan);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, RunFolder.class, "folder-unusable", folder)
                    .because(e);
        }
    }

    /// The checkpoint to go on from.
    public Checkpoint checkpoint() {
        var checkpoint = CheckpointFile.read(checkpointFile(), plan);
        rounds.addAll(checkpoint.rounds());
        return checkpoint;
    }

    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.RoundEnded ended -> {
                rounds.add(ended.result());
                CheckpointFile.write(
                        new Checkpoint(plan, ended.result().round(), ended.model(), rounds), checkpointFile());
            }
            case RunEvent.Ended ended ->
                write("report.json", ReportJson.write(ended.report()).toPrettyString());
            case RunEvent.Invited _,
                    RunEvent.Joined _,
                    RunEvent.Declined _,
                    RunEvent.Prepared _,
                    RunEvent.PhaseStarted _,
                    RunEvent.Answered _,
                    RunEvent.Lost _ -> {
                // told on the screen, and all of it stands in the report at the end
            }
        }
    }

    /// The model of a whole run, in every form, and what it is.
    public void save(TrainedModel model, RoundResult last) {
        WholeFile.write(onnx(), OnnxFile.of(model));
        WholeFile.write(safetensors(), SafetensorsFile.of(model));
        write("model-card.md", ModelCard.of(model, last));
    }

    public Path onnx() {
        return folder.resolve("model.onnx");
    }

    public Path safetensors() {
        return folder.resolve("model.safetensors");
    }

    public Path checkpointFile() {
        return folder.resolve("checkpoint.json");
    }

    public Path report() {
        return folder.resolve("report.json");
    }

    private void write(String name, String text) {
        WholeFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
