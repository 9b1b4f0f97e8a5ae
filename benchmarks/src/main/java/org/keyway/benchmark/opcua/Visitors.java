package org.keyway.benchmark.opcua;

import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.keyway.app.KeywayServer;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.simulator.plc.PlcConnection;
import org.keyway.simulator.plc.PlcIdentity;

/** The clients of a load, who all have one certificate. */
final class Visitors {
    private final PlcIdentity identity = PlcIdentity.create("urn:keyway:benchmark:visitor");

    /** How they come in. */
    enum Way {
        CLEAR_TEXT,
        /** Signed and encrypted by Basic256Sha256. */
        ENCRYPTED
    }

    /** Lets them observe everything of a server. */
    void introduceTo(KeywayServer server) {
        let(server, "visitor", identity, Set.of(Role.OBSERVER), Set.of());
    }

    /** Lets an application do what it has roles for, on what machines. */
    static void let(KeywayServer server, String name, PlcIdentity who, Set<Role> roles, Set<String> machines) {
        server.part(Pki.class).trusted().addTrustedCertificate(who.certificate());
        Account account =
                new Account(name, roles, machines, Optional.of(Thumbprint.of(who.certificate())), Optional.empty());
        if (server.part(AccountDesk.class).add(account, Optional.empty())
                instanceof AccountDesk.Outcome.Refused refused) {
            throw new IllegalStateException(refused.problem().message().en());
        }
    }

    /** Another of them, connected. */
    OpcUaClient client(String url, Way way) throws UaException {
        return way == Way.ENCRYPTED
                ? PlcConnection.signed(url, identity).connect()
                : OpcUaClient.create(url).connect();
    }
}
