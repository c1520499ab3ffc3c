"""Checks a SCIM server with scim2-tester and prints how many requests that took. The token is in SCIM_CHECK_TOKEN."""

import os
import sys

import httpx2
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import check_server

requests = 0


def count(_response):
    global requests
    requests += 1


client = httpx2.Client(
    base_url=sys.argv[1],
    headers={"Authorization": f"Bearer {os.environ['SCIM_CHECK_TOKEN']}"},
    event_hooks={"response": [count]},
)
check_server(SyncSCIMClient(client))
print(requests)
