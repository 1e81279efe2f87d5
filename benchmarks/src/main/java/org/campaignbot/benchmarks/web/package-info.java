/** The web pages, the chat on them and the console under load. */
@NullMarked
package org.campaignbot.benchmarks.web;

import org.jspecify.annotations.NullMarked;
