package io.poseidon.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.Decider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// From a text to its decision, repairs included, over the worked cases.
final class DecisionSpeed {

    private static final int WARM = 30;
    private static final int ROUNDS = 30;

    private record Case(String policy, String sql) {}

    private DecisionSpeed() {}

    static void measure(SpeedTable table) throws IOException {
        var cases = new ArrayList<Case>();
        for (var line : Files.readAllLines(Shared.path("vectors/policy/cases.jsonl"))) {
            var node = new ObjectMapper().readTree(line);
            cases.add(new Case(node.path("policy").asText(), node.path("sql").asText()));
        }
        try (var engine = Engine.start()) {
            var deciders = new HashMap<String, Decider>();
            for (var name : new String[] {"row", "cell", "join"}) {
                var policy = PolicyDocument.read(Shared.path("vectors/policy/" + name + ".yaml"));
                deciders.put(name, new Decider(engine, policy));
            }
            measure(table, cases, deciders);
        }
    }

    private static void measure(SpeedTable table, ArrayList<Case> cases, Map<String, Decider> deciders) {
        var wall = new double[ROUNDS * cases.size()];
        var processor = new double[wall.length];
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM; round < ROUNDS; round++) {
            for (int i = 0; i < cases.size(); i++) {
                var decider = deciders.get(cases.get(i).policy());
                long used = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                decider.decide(cases.get(i).sql());
                if (round >= 0) {
                    wall[round * cases.size() + i] = (System.nanoTime() - start) / 1e6;
                    processor[round * cases.size() + i] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
                }
            }
        }
        table.row("decision of a text, " + cases.size() + " cases, median", SpeedTable.median(wall), "ms");
        table.row("decision of a text, 99th percentile, on the clock", SpeedTable.quantile(wall, 0.99), 2, "ms");
        table.row("decision of a text, 99th percentile, processor", SpeedTable.quantile(processor, 0.99), 2, "ms");
    }
}
