package org.campaignbot.app.serve;

/** Frees what a platform's adapter cached and no longer needs. */
record PlatformMemory(Runnable dropExpired) {}
