package org.luheng.app.access.web;

/** That the city has a directory to sign in with; there is no such bean otherwise. */
interface Directory {}
