package org.campaignbot.storage.sql;

import java.util.Map;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;

/** Key rings without a database. */
public final class Rings {

    private Rings() {}

    /** The ring of a database that has only ever had this key. */
    public static KeyRing of(BotKey key) {
        try {
            return new KeyRing(Map.of(), key, () -> null);
        } catch (UnusableDatabase impossible) {
            throw new AssertionError(impossible);
        }
    }
}
