package org.campaignbot.testkit.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map in insertion order that drops the oldest entry above its size limit. */
final class Newest<V> extends LinkedHashMap<String, V> {

    private final int most;

    Newest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
