package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.app.command.option.ConsoleProgress;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.ServingOptions;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.remote.relay.Relay;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a relay until told to stop.
@Command(
        name = "relay",
        description =
                "Runs the mailbox that shards and coordinators dial. It sees sizes, times and names, never content.")
public final class RelayCommand implements Callable<Integer> {

    @Mixin
    private Output output;

    @Mixin
    private ServingOptions serving;

    @Option(names = "--listen", required = true, paramLabel = "HOST:PORT", description = "port 0: the system chooses")
    private String listen;

    @Mixin
    private MemberOption member;

    @Option(names = "--name", paramLabel = "NAME", description = "the member's name (relay)", defaultValue = "relay")
    private String name;

    @Override
    public Integer call() throws InterruptedException {
        var address = Address.parse(listen);
        var stop = new CountDownLatch(1);
        try (var progress = new ConsoleProgress(output);
                var self = member.read(name);
                var relay = Relay.start(self, address)) {
            progress.onCancel(stop::countDown);
            serving.cancelWithInput(progress);
            var listening = new Address(address.host(), relay.port());
            output.line(
                    Output.object().put("ready", "relay").put("address", listening.toString()),
                    "relay listens at " + listening);
            stop.await();
        }
        output.say("relay stopped");
        return 0;
    }
}
