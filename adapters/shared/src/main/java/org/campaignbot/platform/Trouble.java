package org.campaignbot.platform;

/** A problem that only a person can fix; each adapter lists its own. */
public interface Trouble {

    /** What is wrong, as a sentence. */
    String finding();

    /** What to do about it, as a sentence. */
    String fix();
}
