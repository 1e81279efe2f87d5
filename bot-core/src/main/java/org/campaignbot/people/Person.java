package org.campaignbot.people;

/** A person on a channel, by the platform's own id; the same human on two channels is two persons. */
public record Person(String channel, String id) {}
