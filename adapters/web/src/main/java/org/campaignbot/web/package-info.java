/**
 * The bot on the web: public pages and a chat in the browser, rendered on the server. It knows no server: whoever serves it passes
 * each request's head and body, and writes the {@link org.campaignbot.web.WebReply} that comes back.
 */
@NullMarked
package org.campaignbot.web;

import org.jspecify.annotations.NullMarked;
