package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final QrPicture PICTURE = QrPicture.of(URI.create("https://t.me/some_campaign_bot"));

    @Test
    void itHasItsThreeFindersBehindAnEmptyEdge() {
        int far = PICTURE.side() - 4 - 7;
        assertThat(PICTURE.path())
                .startsWith("M4 4h7v1h-7z")
                .contains("M" + far + " 4h7v1h-7z", "M4 " + far + "h7v1h-7z", "M4 10h7v1h-7z")
                .doesNotContain("M0 ", "M3 ");
        assertThat(PICTURE.side()).isEqualTo(37);
    }

    @Test
    void itIsSmallEnoughForAPage() {
        assertThat(PICTURE.path().length()).isLessThan(6_000);
    }
}
