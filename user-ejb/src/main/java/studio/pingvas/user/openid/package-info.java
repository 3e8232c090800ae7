/**
 * What we ask other servers and what we believe of their answers: documents over HTTP, the keys of
 * issuers, and the proof of the tokens that they sign (OpenID Connect Discovery 1.0, RFC 7517, RFC
 * 8725).
 */
package studio.pingvas.user.openid;
