package org.keyway.app.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.keyway.app.KeywayServer;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.server.ShopFloorServer;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcConnection;
import org.keyway.simulator.plc.PlcIdentity;

/** The PLCs of the demo that fetch their jobs. Each has a certificate of its own, new at every start, by which it is known. */
final class DemoPlcs implements AutoCloseable {
    private final KeywayServer server;
    private final List<FetchingPlc> plcs;

    /** A PLC and its certificate. */
    record Certified(FetchingPlc.Setup setup, PlcIdentity identity) {
        private static Certified of(FetchingPlc.Setup setup) {
            return new Certified(setup, PlcIdentity.create("urn:keyway:demo:plc:" + machine(setup)));
        }
    }

    DemoPlcs(KeywayServer server, List<Certified> plcs) {
        this.server = server;
        this.plcs = plcs.stream().map(this::plc).toList();
    }

    /** Makes their certificates while other things start: a key takes a second or more. */
    static CompletableFuture<List<Certified>> certify() {
        return CompletableFuture.supplyAsync(
                () -> DemoWorkshop.plcs().stream().map(Certified::of).toList());
    }

    private static String machine(FetchingPlc.Setup setup) {
        return setup.path().replaceFirst("/.*", "");
    }

    private FetchingPlc plc(Certified certified) {
        FetchingPlc.Setup setup = certified.setup();
        String machine = machine(setup);
        PlcIdentity identity = certified.identity();
        server.part(Pki.class).trusted().addTrustedCertificate(identity.certificate());
        AccountDesk desk = server.part(AccountDesk.class);
        Account account = new Account(
                "control-" + machine,
                Set.of(Role.MACHINE_CLIENT),
                Set.of(machine),
                Optional.of(Thumbprint.of(identity.certificate())),
                Optional.empty());
        desk.remove(account.name());
        if (desk.add(account, Optional.empty()) instanceof AccountDesk.Outcome.Refused refused) {
            throw new IllegalStateException(refused.problem().message().en());
        }
        return new FetchingPlc(
                setup, PlcConnection.signed(server.part(ShopFloorServer.class).url(), identity), Clock.systemUTC());
    }

    List<FetchingPlc> all() {
        return plcs;
    }

    void start() {
        plcs.forEach(FetchingPlc::powerOn);
    }

    @Override
    public void close() {
        plcs.forEach(FetchingPlc::close);
    }
}
