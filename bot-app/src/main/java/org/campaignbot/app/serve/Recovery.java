package org.campaignbot.app.serve;

import java.util.List;
import org.campaignbot.storage.Database;
import org.campaignbot.update.LostMessages;
import org.campaignbot.update.UpdateProcessor;

/** Checks that each platform knows the bot, and finishes what an earlier process left, before anything new arrives. */
final class Recovery extends ServerPart {

    private final List<PlatformIngress> platforms;
    private final Database database;
    private final LostMessages lostMessages;
    private final UpdateProcessor updateProcessor;

    Recovery(
            List<PlatformIngress> platforms,
            Database database,
            LostMessages lostMessages,
            UpdateProcessor updateProcessor) {
        super(RECOVERY);
        this.platforms = platforms;
        this.database = database;
        this.lostMessages = lostMessages;
        this.updateProcessor = updateProcessor;
    }

    @Override
    void open() {
        platforms.forEach(PlatformIngress::look);
        database.finishForgetting();
        lostMessages.run();
        updateProcessor.resume();
    }
}
