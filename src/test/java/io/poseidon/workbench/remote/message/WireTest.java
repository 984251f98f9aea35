package io.poseidon.workbench.remote.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.Input;
import io.poseidon.workbench.training.features.Moments;
import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.metrics.BinaryScores;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.ModelState;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RowBand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTest {

    private static final ModelState MODEL = new ModelState(
            new Encoding(List.of(
                    new Input.Numeric("age", 1.0 / 3, 0.1), new Input.Categorical("지역", List.of("서울", "\"부산\"")))),
            new Weights(1.5f, Float.MIN_VALUE, -0f, 3e38f));

    static List<Request> requests() {
        return List.of(
                new Request.Invite(Samples.plan(), 5),
                new Request.Invite(Plan.parse("plan", Samples.CREDIT_PLAN), 10),
                new Request.Invite(
                        Plan.parse("plan", Samples.PLAN.replace("kind: logistic", "kind: mlp, hidden: [64, 8]")), 3),
                new Request.Prepare(),
                new Request.Train(7, MODEL),
                new Request.Evaluate(7, MODEL),
                new Request.Finish(20));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestArrivesAsItWasSent(Request request) {
        assertEquals(Optional.of(request), Wire.readRequest(Wire.write(request)));
    }

    static List<Reply> replies() {
        return List.of(
                new Reply.Joined(RowBand.of(2431)),
                new Reply.Declined(Reason.TOO_FEW_SHARDS),
                new Reply.Failed(Reason.DIVERGED),
                new Reply.Prepared(
                        new Statistics(Map.of("age", new Moments(3, 1.0 / 3, 2e-300)), Map.of("지역", Map.of("서울", 5L)))),
                new Reply.Update(3, MODEL.digest(), new Weights(1, -2, 3e-20f), 1900, 0.123456789));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyArrivesAsItWasSent(Reply reply) {
        assertEquals(reply, Wire.readReply(Wire.write(reply)));
    }

    @Test
    void scoresArriveToTheLastBit() {
        var scores = new BinaryScores();
        var random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            scores.add(random.nextDouble(), random.nextBoolean(), random.nextDouble());
        }
        var read = Wire.readReply(Wire.write(new Reply.Evaluated(2, "m", scores)));
        var arrived = assertInstanceOf(Reply.Evaluated.class, read).scores();
        assertArrayEquals(scores.positives(), arrived.positives());
        assertArrayEquals(scores.negatives(), arrived.negatives());
        assertArrayEquals(scores.predicted(), arrived.predicted());
        assertEquals(scores.sums(), arrived.sums());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"kind\":\"update\"}",
                "{\"kind\":\"update\",\"change\":\"AAA\"}",
                "{\"kind\":\"update\",\"change\":\"!\"}",
                "{\"kind\":\"evaluated\",\"positives\":[1]}",
                "{\"kind\":\"evaluated\",\"positives\":[9999,1],\"negatives\":[]}",
                "{\"kind\":\"prepared\",\"moments\":{\"a\":[1]}}",
                "{\"kind\":\"declined\",\"reason\":\"because\"}",
                "{\"kind\":\"train\",\"round\":1}",
                "{\"kind\":\"train\",\"round\":1,\"weights\":\"AAAAAA==\",\"encoding\":[{}]}",
                "{\"kind\":\"invite\",\"plan\":{\"plan\":1}}",
            })
    void whatIsNoMessageIsGarbageAndNeverAnError(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Reply.Garbage.class, Wire.readReply(bytes));
        assertTrue(Wire.readRequest(bytes).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void flippedBytesNeverThrow(long seed) {
        var random = new SplittableRandom(seed);
        for (var request : requests()) {
            for (int i = 0; i < 200; i++) {
                var bytes = Wire.write(request);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Wire.readRequest(bytes);
                Wire.readReply(bytes);
            }
        }
    }
}
