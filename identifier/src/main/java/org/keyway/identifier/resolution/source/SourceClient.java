package org.keyway.identifier.resolution.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyway.identifier.resolution.signature.SignatureCheck;
import org.keyway.identifier.resolution.source.NodeLogin.Outcome;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;

/**
 * Requests to one source. Connects to hosts on the allow list only, for redirects and links too; signs in at the source's
 * own host only; takes JSON of a bounded size; always ends by the deadline.
 */
public final class SourceClient {
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int MOST_REDIRECTS = 3;

    private final SourceConfiguration source;
    private final AllowedHosts hosts;
    private final HttpClient http;
    private final SignatureCheck signatures;
    private final Optional<NodeLogin> login;

    /** A client; nothing is connected yet. */
    public SourceClient(SourceConfiguration source, AllowedHosts hosts, Duration connectTimeout, Clock clock) {
        this.source = source;
        this.hosts = hosts;
        this.signatures = new SignatureCheck(source.signatures()::key, clock);
        this.login = source.login().map(how -> new NodeLogin(how, source.base()));
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        source.pin().ifPresent(pin -> builder.sslContext(PinnedCertificate.context(pin)));
        this.http = builder.build();
    }

    SourceConfiguration source() {
        return source;
    }

    /** Whether the address is one that may be asked. */
    boolean allows(URI address) {
        return hosts.allow(address, source.insecure());
    }

    /** Gets JSON from the address. */
    Reply get(String address, String accept, Deadline deadline) {
        return request(address, accept, Optional.empty(), deadline);
    }

    /** Posts JSON to the address and gets JSON back. */
    Reply post(String address, String json, Deadline deadline) {
        return request(address, "application/json", Optional.of(json), deadline);
    }

    /** Whether signatures over the answers count. */
    boolean isSigned() {
        return !source.signatures().signers().isEmpty();
    }

    /** Judges signatures by the source's signers; without any every signature is a stranger's. */
    SignatureCheck signatures() {
        return signatures;
    }

    /** Gives up the token that a login got; false when there is no login that could get another. */
    boolean forgetsSignIn() {
        login.ifPresent(NodeLogin::forget);
        return login.isPresent();
    }

    private Reply request(String address, String accept, Optional<String> body, Deadline deadline) {
        Optional<String> token = source.token().flatMap(SecretReference::secret);
        if (source.token().isPresent() && token.isEmpty()) {
            return Reply.failed(
                    Failure.DENIED, "no token in " + source.token().get().reference());
        }
        if (login.isEmpty()) {
            return exchange(new Asked(address, accept, body, token, MOST_REDIRECTS), deadline);
        }
        Outcome outcome = signIn(login.get(), deadline);
        return outcome instanceof Outcome.SignedIn signedIn
                ? exchange(new Asked(address, accept, body, Optional.of(signedIn.token()), MOST_REDIRECTS), deadline)
                : new Reply.Failed(((Outcome.NotSignedIn) outcome).why());
    }

    /** What proves who we are is sent to the source itself: these requests follow no redirect. */
    private Outcome signIn(NodeLogin how, Deadline deadline) {
        try {
            return how.token(
                    (address, body) ->
                            exchange(new Asked(address, "application/json", body, Optional.empty(), 0), deadline),
                    deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotSignedIn(new SourceAnswer.Failed(Failure.UNREACHABLE, "interrupted"));
        }
    }

    private record Asked(String address, String accept, Optional<String> body, Optional<String> token, int redirects) {}

    private Reply exchange(Asked asked, Deadline deadline) {
        try {
            URI next = new URI(asked.address());
            for (int hop = 0; hop <= asked.redirects(); hop++) {
                if (!allows(next)) {
                    return Reply.failed(Failure.HOST_NOT_ALLOWED, "leads to a host that is not on the allow list");
                }
                HttpResponse<byte[]> response = send(message(next, asked, deadline), deadline);
                Optional<String> location = redirect(response, asked.body().isPresent());
                if (location.isEmpty()) {
                    return HttpReply.of(response);
                }
                next = next.resolve(new URI(location.get()));
            }
            return Reply.failed(Failure.UNUSABLE, "redirects without end");
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Reply.failed(Failure.UNUSABLE, "leads to no address");
        } catch (TimeoutException e) {
            return Reply.failed(Failure.UNREACHABLE, "no answer in time");
        } catch (ExecutionException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.failed(Failure.UNREACHABLE, "interrupted");
        }
    }

    private HttpRequest message(URI address, Asked asked, Deadline deadline) {
        HttpRequest.Builder message = HttpRequest.newBuilder(address)
                .timeout(deadline.left().plusMillis(1))
                .header("Accept", asked.accept());
        asked.token()
                .filter(secret -> AllowedHosts.origin(address).equals(AllowedHosts.origin(source.address())))
                .filter(secret -> address.getScheme().equals(source.address().getScheme()))
                .ifPresent(secret -> message.header("Authorization", "Bearer " + secret));
        asked.body()
                .ifPresentOrElse(
                        json -> message.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json)),
                        message::GET);
        return message.build();
    }

    /** The timeout of a request ends with the headers; a body that drips is given up here. */
    private HttpResponse<byte[]> send(HttpRequest message, Deadline deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(message, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            return response.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            response.cancel(true);
        }
    }

    private static Optional<String> redirect(HttpResponse<?> response, boolean posted) {
        boolean redirect = switch (response.statusCode()) {
            case 301, 302, 303 -> !posted;
            case 307, 308 -> true;
            default -> false;
        };
        return redirect ? response.headers().firstValue("Location") : Optional.empty();
    }

    private static Reply failed(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return innermost instanceof BoundedBody.TooLargeException
                ? Reply.failed(Failure.UNUSABLE, "an answer " + innermost.getMessage())
                : Reply.failed(Failure.UNREACHABLE, ConnectionFault.reason(thrown));
    }
}
