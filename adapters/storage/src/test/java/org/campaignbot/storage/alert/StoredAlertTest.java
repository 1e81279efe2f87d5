package org.campaignbot.storage.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.testkit.AlertsContract;
import org.junit.jupiter.api.Test;

class StoredAlertTest {

    @Test
    void anAlertOfAnEarlierVersionHasNothingUnread() {
        Alert alert =
                AlertsContract.draft("one", Audience.EVERYBODY, Instant.EPOCH).alert();
        String earlier = JdbcAlerts.StoredAlert.write(alert).replace(",\"unread\":{}", "");
        assertThat(earlier).doesNotContain("unread");
        assertThat(JdbcAlerts.StoredAlert.read(earlier)).isEqualTo(alert);
    }
}
