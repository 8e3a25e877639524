"""Sessions in the database whose row in allauth's list follows when the key changes, whoever changes it."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def cycle_key(self):
        """Wagtail's account screen does so, and everything else that writes the session's hash anew."""
        before = self.session_key
        super().cycle_key()
        if before:
            UserSession.objects.filter(session_key=before).update(session_key=self.session_key)
