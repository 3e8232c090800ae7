/**
 * What has just happened to jobs, told to all nodes as it is sent to those who follow them, so that
 * none of them has to ask the database in the ordinary case.
 */
package studio.pingvas.generation.news;
