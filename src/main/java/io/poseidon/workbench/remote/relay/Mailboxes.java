package io.poseidon.workbench.remote.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The relay's store: for each enrolled member the messages it has not yet acknowledged, numbered in order of arrival.
/// Knows no content. Any thread.
///
/// A member takes what lies after the last number it has seen, which also says that everything up to it may go: a
/// message is delivered again when a connection breaks, and never lost by the breaking.
final class Mailboxes {

    /// As much may wait for one member; a sender learns that the box is full.
    private static final long LARGEST = 256L << 20;

    private final Map<String, Box> boxes = new TreeMap<>();
    private final long firstNumber;
    private boolean closed;

    record Numbered(long number, byte[] message) {}

    enum Posting {
        ACCEPTED,
        UNKNOWN,
        FULL
    }

    private static final class Box {
        private final Deque<Numbered> waiting = new ArrayDeque<>();
        private long bytes;
        private long lastNumber;

        private void forgetUpTo(long number) {
            while (!waiting.isEmpty() && waiting.getFirst().number() <= number) {
                bytes -= waiting.removeFirst().message().length;
            }
        }
    }

    /// Numbers begin above `firstNumber`; a relay that has started anew must begin above all its numbers before.
    Mailboxes(long firstNumber) {
        this.firstNumber = firstNumber;
    }

    synchronized void open(String member) {
        boxes.computeIfAbsent(member, _ -> {
            var box = new Box();
            box.lastNumber = firstNumber;
            return box;
        });
    }

    synchronized Posting post(String member, byte[] message) {
        var box = boxes.get(member);
        if (box == null) {
            return Posting.UNKNOWN;
        }
        if (box.bytes + message.length > LARGEST) {
            return Posting.FULL;
        }
        box.lastNumber++;
        box.bytes += message.length;
        box.waiting.add(new Numbered(box.lastNumber, message));
        notifyAll();
        return Posting.ACCEPTED;
    }

    /// What lies after `seen`; waits for something to come, but no longer than `patience` and not once closed.
    synchronized List<Numbered> take(String member, long seen, Duration patience) throws InterruptedException {
        var box = boxes.get(member);
        if (box == null) {
            return List.of();
        }
        box.forgetUpTo(seen);
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos();
                box.waiting.isEmpty() && left > 0 && !closed;
                left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return new ArrayList<>(box.waiting);
    }

    /// Wakes everyone who waits.
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
