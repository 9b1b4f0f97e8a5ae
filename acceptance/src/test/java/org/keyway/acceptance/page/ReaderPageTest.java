package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A station whose reader scans by itself: nobody types, and the page answers. */
@ExtendWith(ShopFloorExtension.class)
final class ReaderPageTest {
    private final ShopFloor floor;
    private final Screen screen;

    ReaderPageTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    private void read(String label) throws IOException, InterruptedException {
        String data = URLEncoder.encode(label, StandardCharsets.UTF_8);
        HttpRequest trigger = HttpRequest.newBuilder(floor.control().resolve("/reader?data=" + data))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(trigger, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatTheReaderReadsIsAnsweredOnThePageOfItsStation() throws Exception {
        screen.station("ST-60");
        assertThat(screen.at("[data-reader=OR-60]")).hasAttribute("data-state", "READY");

        read("]d1[)>\u001E06\u001DPP150-0446\u001DSCH150-00207\u001DTL261020E\u001E\u0004");
        screen.shows("good", "CH150-00207");

        read("]d1NOBODY KNOWS THIS");
        screen.shows("bad");
    }
}
