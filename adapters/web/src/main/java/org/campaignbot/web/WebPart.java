package org.campaignbot.web;

import org.jspecify.annotations.Nullable;

/** A part of the site with paths and rules of its own. Thread-safe. */
public interface WebPart {

    /** The path where it begins. */
    String start();

    /** Whether a path is one of its own, known or not. */
    boolean has(String path);

    /** The largest body that it reads, in bytes. */
    int largest();

    /**
     * Answers from a request's head.
     *
     * @param length the announced length of the body in bytes, or a negative number
     * @return null if the body decides
     */
    @Nullable
    WebReply decide(WebRequest request, long length);

    /** Answers a request that {@link #decide} left open. */
    WebReply accept(WebRequest request, byte[] body);

    /** Drops expired entries. */
    void dropExpired();
}
