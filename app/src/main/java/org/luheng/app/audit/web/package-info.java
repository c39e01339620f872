/** The auditor's pages. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.audit.web;
