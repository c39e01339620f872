/** What people and programs prove themselves with: passwords, one-time codes, tokens; and how often they may try. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.access.secret;
