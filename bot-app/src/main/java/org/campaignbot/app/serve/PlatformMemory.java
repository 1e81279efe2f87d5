package org.campaignbot.app.serve;

/** Frees what a platform's adapter remembered for a while and is over. */
record PlatformMemory(Runnable dropExpired) {}
